/**
 * A process in the place of a sandbox, with the line to the judge as descriptor 3. Its arguments are the name of what it does
 * and the functions that it says to have.
 */
import { argv } from 'node:process';
import { Line } from '../src/class/wire/line.ts';
import { type Said, ways } from './taken-over.ts';

const answer = ways[argv[2] as string];
if (!answer) throw new Error(`Cannot be a sandbox that ${argv[2]}: nobody has said how`);

const line = new Line(3, 3);
line.say(['ready']);
line.hear();
line.say(['loaded', JSON.parse(argv[3] as string)]);
try {
  for (let said = line.hear(); said !== undefined; said = line.hear()) line.say(answer(said as Said));
} catch {
  // The judge has heard enough.
}
