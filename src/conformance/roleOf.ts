import type { RouteName } from '../contract/index.ts';
import type { Role } from './ConformanceOptions.ts';
import { routeRows } from './routeRows.ts';
import type { World } from './World.ts';

/** Who may ask for a route. `writer`: an agent or an administrator. */
export function askerOf(name: RouteName): 'administrator' | 'writer' {
  return routeRows[name].whose === 'administrators' ? 'administrator' : 'writer';
}

/** The same as somebody who is known. */
export function roleOf(world: World, name: RouteName): Role {
  return askerOf(name) === 'writer' ? world.writer : 'administrator';
}
