/** Compares every checker with the oracle on many random histories: `pnpm oracle [histories] [seed]`, 100,000 each by default. */
import process from 'node:process';
import { comparisons, longComparisons } from '../oracle/comparison.ts';

const histories = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
let all = 0;
for (const { name, run } of [...comparisons, ...longComparisons]) {
  const { ok, illegal, unknown, differences } = run(histories, seed);
  all += differences.length;
  const counts = `${ok} ok, ${illegal} illegal, ${unknown} unknown, ${differences.length} differences`;
  process.stdout.write(`${name.padEnd(42)} ${histories} histories: ${counts}\n`);
  for (const difference of differences.slice(0, 3)) process.stdout.write(`  ${difference}\n`);
}
process.exitCode = all === 0 ? 0 : 1;
