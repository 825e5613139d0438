import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { bundleForNode } from '../../support/bundleForNode.ts';
import type { SweepReport } from '../../../src/server/sweep/SweepReport.ts';
import type { FromServer, ServerFacts, ToServer } from './messages.ts';
import type { Random } from './createRandom.ts';

/** Processes that serve one database, of which any may be gone at any moment. */
export interface Fleet {
  /** Asks one of those that are up. Rejects when it dies before it has answered. */
  fetch: typeof fetch;
  /** Lets one die by SIGKILL at a random point, and another one take its place at once. */
  killOne(): Promise<void>;
  /** Has one of them tidy up once. */
  sweep(): Promise<SweepReport>;
  /** Lines of the log that tell of a fault of our own. */
  faults: string[];
  /** Names of those that were killed. */
  dead: Set<string>;
  /** How many died at a step of their own, and how many at any moment. */
  deaths: { atStep: number; atMoment: number };
  stop(): Promise<void>;
}

/** What a fleet is made of. */
export interface FleetOptions extends Omit<ServerFacts, 'name'> {
  size: number;
  random: Random;
  /** Called with the name of a process that is dead. */
  onDeath: (name: string) => Promise<void>;
}

interface Member {
  name: string;
  child: ChildProcess;
  port: number;
}

/** Steps that a process does before it dies, at most; and ms that it may take for them. */
const maxSteps = 60;
const maxWait = 600;

/** Starts the processes. */
export async function createFleet({ size, random, onDeath, ...facts }: FleetOptions): Promise<Fleet> {
  const file = await bundleForNode(new URL('./server.ts', import.meta.url), 'crash');
  const faults: string[] = [];
  const dead = new Set<string>();
  const deaths = { atStep: 0, atMoment: 0 };
  const members: (Member | null)[] = [];
  let started = 0;
  let standby = warmUp();

  function warmUp() {
    const name = `p${++started}`;
    const child = fork(file, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => faults.push(`${name}: ${text}`));
    child.on('message', (message: FromServer) => {
      if ('fault' in message) faults.push(`${name}: ${message.fault}`);
    });
    const warm = heard(child, (message) => ('warm' in message ? true : null));
    // It may be ended before anybody waits for it.
    warm.catch(() => {});
    return { name, child, warm };
  }

  async function join(): Promise<Member> {
    const { name, child, warm } = standby;
    standby = warmUp();
    await warm;
    const port = heard(child, (message) => ('port' in message ? message.port : null));
    child.send({ name, ...facts } satisfies ServerFacts);
    return { name, child, port: await port };
  }

  async function die({ child }: Member): Promise<void> {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const bySteps = random.chance(2 / 3);
    if (bySteps) child.send({ dieAfter: random.int(1, maxSteps) } satisfies ToServer);
    let how: keyof Fleet['deaths'] = 'atStep';
    const kill = () => {
      how = 'atMoment';
      child.kill('SIGKILL');
    };
    // One that has too little to do is not waited for.
    const timer = setTimeout(kill, bySteps ? maxWait : random.int(0, maxWait / 2));
    await gone;
    clearTimeout(timer);
    deaths[how]++;
  }

  for (let index = 0; index < size; index++) members.push(await join());
  const up = () => members.filter((member) => member !== null);

  return {
    fetch: (path, init) => fetch(`http://127.0.0.1:${random.pick(up()).port}${path}`, init),
    async killOne() {
      const member = random.pick(up());
      const index = members.indexOf(member);
      await die(member);
      members[index] = null;
      dead.add(member.name);
      await onDeath(member.name);
      members[index] = await join();
    },
    async sweep() {
      const { child } = random.pick(up());
      const swept = heard(child, (message) => ('swept' in message ? message.swept : null));
      child.send({ sweep: true } satisfies ToServer);
      return swept;
    },
    faults,
    dead,
    deaths,
    async stop() {
      const all = [...up().map(({ child }) => child), standby.child];
      const gone = all.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of all) child.kill('SIGKILL');
      await Promise.all(gone);
      await rm(file, { force: true });
    },
  };
}

/** What a process tells next that is asked for. Rejects when it dies before. */
function heard<T>(child: ChildProcess, read: (message: FromServer) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: FromServer) => {
      const value = read(message);
      if (value === null) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(value);
    };
    const onExit = () => reject(new Error('The process ended before it was ready.'));
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
