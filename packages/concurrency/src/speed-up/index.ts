/** How much faster a student's `countPrimesOn` gets with more threads, measured and drawn against Amdahl's law. */
export { amdahl } from './amdahl.ts';
export { asSvg } from './as-svg.ts';
export { asText } from './as-text.ts';
export { type Measured, measure } from './measure.ts';
