import type { BodyOf, ParamsOf, ResponseOf, RouteName } from '../contract/index.ts';
import type { FormSupport } from './attachments/createFormSupport.ts';
import type { Check } from './connection/createCheck.ts';
import type { Investigate } from './connection/createInvestigator.ts';
import type { Judge } from './createJudge.ts';
import type { Vault } from './createVault.ts';
import type { S3Edge } from './s3/S3Edge.ts';
import type { HealthKeeper } from './settings/createHealth.ts';
import type { Store } from './store/Store.ts';
import type { Viewer } from './Viewer.ts';

/** What the handlers of all routes work with. */
export interface Backend {
  store: Store;
  vault: Vault;
  s3: S3Edge;
  judge: Judge;
  check: Check;
  investigate: Investigate;
  health: HealthKeeper;
  forms: FormSupport;
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  /** Bytes. */
  maxDatabaseFileSize: number;
  /** Seconds. */
  urlLifetime: number;
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
