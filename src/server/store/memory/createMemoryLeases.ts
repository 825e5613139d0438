import type { LeaseStore } from '../LeaseStore.ts';
import type { Memory } from './Memory.ts';

/** Keeps leases in memory. */
export function createMemoryLeases({ leases }: Memory): LeaseStore {
  return {
    async takeLease(name, owner, until, now) {
      const held = leases.get(name);
      if (held && held.owner !== owner && held.until > now) return false;
      leases.set(name, { owner, until });
      return true;
    },
    async dropLease(name, owner) {
      if (leases.get(name)?.owner === owner) leases.delete(name);
    },
  };
}
