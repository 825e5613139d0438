import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentedAccount, type FakeAccount } from '@triage-ai/s3-attachments/testing';
import { newPracticeValues, type PracticeValues } from './practiceValues.ts';

/** The practice account, and the values that it had when it was set up. */
export interface PracticeAccount {
  /** Mutable; the practice S3 reads it anew at every request. */
  account: FakeAccount;
  values: PracticeValues;
  /** Writes the account down. */
  save(): Promise<void>;
}

/** Reads the practice account from a folder; the first time it makes one, set up as the guide says. */
export async function openPracticeAccount(folder: string): Promise<PracticeAccount> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'account.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  const { values, account } =
    text === null ? newAccount() : (JSON.parse(text) as Pick<PracticeAccount, 'account' | 'values'>);

  let last: Promise<void> = Promise.resolve();
  const write = async () => {
    const temporary = `${file}.${randomUUID()}.part`;
    await writeFile(temporary, JSON.stringify({ values, account }, null, 2), { mode: 0o600 });
    await rename(temporary, file);
  };
  // One after another, so that the newest state is what stays.
  const save = () => (last = last.catch(() => undefined).then(write));
  if (text === null) await save();
  return { account, values, save };
}

function newAccount(): Pick<PracticeAccount, 'account' | 'values'> {
  const values = newPracticeValues();
  return { values, account: documentedAccount({ ...values }) };
}
