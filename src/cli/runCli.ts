import type { Command, CommandEdge } from './Command.ts';

/** Each is loaded when it is asked for: one needs a database, another the network. */
const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  conformance: {
    summary: 'drives an implementation of the contract over HTTP, and prints what falls short',
    load: async () => (await import('./conformance.ts')).conformance,
  },
  're-encrypt': {
    summary: 'seals the saved secret anew with the first encryption key',
    load: async () => (await import('./reEncrypt.ts')).reEncrypt,
  },
};

/** Runs the command that the first argument names; answers with the exit code, 2 where it was called wrongly. */
export async function runCli(edge: CommandEdge): Promise<number> {
  const [name = '', ...args] = edge.args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const asked = name === '--help' || name === '-h';
    const say = asked ? edge.print : edge.complain;
    if (!asked && name !== '') say(`There is no command “${name}”.`);
    say('Usage: s3-attachments <command> [options]');
    for (const [one, { summary }] of Object.entries(commands)) say(`  ${one.padEnd(12)} ${summary}`);
    return asked ? 0 : 2;
  }
  try {
    const run = await command.load();
    return await run({ ...edge, args });
  } catch (error) {
    edge.complain(error instanceof Error ? error.message : String(error));
    const { code } = error as { code?: unknown };
    return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
  }
}
