// In: the address of an implementation of the contract, and by which headers people are known there.
// Out: a report of what it keeps of the contract and what falls short, and that report as text.
// May import: client, contract, diagnosis, guide, zod. No server, no React, no node:.
export type { ConformanceOptions, Role, S3Values } from './ConformanceOptions.ts';
export type { ConformanceReport, Subject } from './ConformanceReport.ts';
export { printReport } from './printReport.ts';
export { runConformance } from './runConformance.ts';
export { CannotRun } from './Shortfall.ts';
