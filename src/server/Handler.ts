import type { Shutdown } from './http/createShutdown.ts';
import type { Mover } from './move/Mover.ts';
import type { Sweeper } from './sweep/Sweeper.ts';

/** The backend: give it requests. What it does beside them begins with `start`. */
export interface Handler
  extends Pick<Sweeper, 'start' | 'sweep'>,
    Pick<Mover, 'move'>,
    Pick<Shutdown, 'close'> {
  (request: Request): Promise<Response>;
}
