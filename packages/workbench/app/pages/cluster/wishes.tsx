/** The choices that a cluster and a scenario have in common. */
import type { Signal } from '@preact/signals';
import { words } from '../../words/words.ts';

export type Runtime = 'process' | 'docker';
export type Lineup = 'mine' | 'reference';

interface Option<Value> {
  value: Value;
  words: string;
  disabled?: boolean;
}

export const lineups = (): readonly Option<Lineup>[] => [
  { value: 'mine', words: words.value.shell.mine },
  { value: 'reference', words: words.value.shell.reference },
];

export const runtimesOf = (hasDocker: boolean): readonly Option<Runtime>[] => [
  { value: 'process', words: words.value.cluster.aProcess },
  { value: 'docker', words: words.value.cluster[hasDocker ? 'aContainer' : 'noDocker'], disabled: !hasDocker },
];

/** One of a few, as a row. */
export const Choice = <Value extends string | number>(props: {
  legend: string;
  name: string;
  options: readonly Option<Value>[];
  chosen: Signal<Value>;
}) => (
  <fieldset class="choice">
    <legend>{props.legend}</legend>
    <div class="segments">
      {props.options.map(({ value, words: text, disabled }) => (
        <label key={value} class="segment">
          <input
            type="radio"
            name={props.name}
            checked={props.chosen.value === value}
            disabled={disabled}
            onChange={() => {
              props.chosen.value = value;
            }}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
