import { afterAll } from 'vitest';
import { giveBackAll } from './borrowPglite.ts';

// Run before each file of tests.
afterAll(giveBackAll);
