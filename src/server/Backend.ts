import type { BodyOf, ParamsOf, ResponseOf, RouteName } from '../contract/index.ts';
import type { FormSupport } from './attachments/createFormSupport.ts';
import type { Check } from './connection/createCheck.ts';
import type { Investigate } from './connection/createInvestigator.ts';
import type { Judge } from './createJudge.ts';
import type { ServerKey } from './credentials/createServerKey.ts';
import type { Vault } from './createVault.ts';
import type { Shutdown } from './http/createShutdown.ts';
import type { Mover } from './move/Mover.ts';
import type { Log } from './observe/createLog.ts';
import type { Metrics } from './observe/Metrics.ts';
import type { S3Edge } from './s3/S3Edge.ts';
import type { HealthKeeper } from './settings/createHealth.ts';
import type { Store } from './store/Store.ts';
import type { Sweeper } from './sweep/Sweeper.ts';
import type { Viewer } from './Viewer.ts';

/** What the handlers of all routes work with. */
export interface Backend {
  store: Store;
  vault: Vault;
  /** The access key that the server brings by itself; `null`: it is in the settings. */
  serverKey: ServerKey | null;
  s3: S3Edge;
  judge: Judge;
  check: Check;
  investigate: Investigate;
  health: HealthKeeper;
  forms: FormSupport;
  /** One line an event; what somebody is told of goes through `judge`. */
  log: Log;
  metrics: Metrics;
  /** Whoever starts a timer or work that nobody waits for says here how it is stopped. */
  shutdown: Shutdown;
  sweeper: Sweeper;
  mover: Mover;
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  /** Bytes. */
  maxDatabaseFileSize: number;
  /** Seconds. */
  urlLifetime: number;
  /** Seconds: what the settings say of private links is shortened to it. */
  maxLinkLifetime: number;
}

/** A request that has found its route, from somebody known, with a body that keeps the contract. */
export interface Call<N extends RouteName> {
  params: ParamsOf<N>;
  body: BodyOf<N>;
  viewer: Viewer;
  /** For bytes and headers; a JSON body has been read already. */
  request: Request;
}

/** One handler a route: a route without one does not compile. */
export type Handlers = { [N in RouteName]: (call: Call<N>) => Promise<ResponseOf<N> | Response> };
