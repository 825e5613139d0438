import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentedAccount, type FakeAccount } from '@triage-ai/s3-attachments/testing';
import { emptyPracticeAccount } from './emptyPracticeAccount.ts';
import type { PracticeBeginning } from './PracticeState.ts';
import { newPracticeValues, type PracticeValues } from './practiceValues.ts';

/** The practice account, and how it began. */
export interface PracticeAccount {
  /** Mutable; the practice S3 reads it anew at every request. */
  readonly account: FakeAccount;
  /** The values of the documented set-up: always the same, so that what was printed once stays true. */
  readonly values: PracticeValues;
  readonly began: PracticeBeginning;
  /** Makes the account new. */
  startOver(from: PracticeBeginning): void;
  /** Writes the account down. */
  save(): Promise<void>;
}

/** Reads the practice account from a folder; the first time it makes one, set up as the guide says. */
export async function openPracticeAccount(folder: string): Promise<PracticeAccount> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'account.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  const { values, account, began } = text === null ? newAccount() : readAccount(text);

  let last: Promise<void> = Promise.resolve();
  const write = async () => {
    const temporary = `${file}.${randomUUID()}.part`;
    const { account, values, began } = practice;
    await writeFile(temporary, JSON.stringify({ values, began, account }, null, 2), { mode: 0o600 });
    await rename(temporary, file);
  };
  const practice = {
    account,
    values,
    began,
    startOver(from: PracticeBeginning) {
      for (const field of Object.keys(account)) Reflect.deleteProperty(account, field);
      Object.assign(account, from === 'empty' ? emptyPracticeAccount() : documentedAccount({ ...values }));
      practice.began = from;
    },
    // One after another, so that the newest state is what stays.
    save: () => (last = last.catch(() => undefined).then(write)),
  };
  if (text === null) await practice.save();
  return practice;
}

type Written = Pick<PracticeAccount, 'account' | 'values' | 'began'>;

function newAccount(): Written {
  const values = newPracticeValues();
  return { values, began: 'documented', account: documentedAccount({ ...values }) };
}

function readAccount(text: string): Written {
  // Before there was a second way to begin, it was not written down.
  return { began: 'documented', ...(JSON.parse(text) as Omit<Written, 'began'>) };
}
