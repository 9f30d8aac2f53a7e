/** Each node's log as a row. Committed, applied and conflicting entries differ by pattern and sign, not by colour alone. */
import { Component } from 'preact';
import type { NodeView } from '../../../run/index.ts';
import { Scroller } from '../../scroller.tsx';
import { termColour } from '../../term-colour.ts';
import type { Words } from '../../words/en.ts';
import { words } from '../../words/words.ts';
import { scene } from './model.ts';

export const Logs = () => {
  const nodes = scene.value?.view.nodes ?? [];
  const w = words.value.playground;
  return (
    <section class="card logs" aria-label={w.logs}>
      <h2>{w.logs}</h2>
      <Scroller class="log-rows" label={w.logRows}>
        {nodes.map((node) => (
          <Row key={node.address} node={node} w={w} />
        ))}
      </Scroller>
      <p class="legend" aria-hidden="true">
        <span>
          <i class="entry sample" /> {w.inTheLog}
        </span>
        <span>
          <i class="entry sample committed" /> {w.committed}
        </span>
        <span>
          <i class="entry sample committed applied" /> {w.applied}
        </span>
        <span>
          <i class="entry sample conflicts" /> {w.conflicts}
        </span>
      </p>
    </section>
  );
};

const looksOf = ({ log, commitIndex, lastApplied, condition, role }: NodeView): string =>
  JSON.stringify([log, commitIndex, lastApplied, condition, role]);

interface RowProps {
  node: NodeView;
  w: Words['playground'];
}

/** Drawn again only when something in it has changed: most pictures change no log. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return next.w !== this.props.w || looksOf(next.node) !== looksOf(this.props.node);
  }

  override render() {
    const { node, w } = this.props;
    const { log, address, condition } = node;
    return (
      <div class={`log-row ${condition}`}>
        <span class="log-name">
          {address}
          {node.role === 'leader' ? <span class="log-leader"> ★</span> : null}
        </span>
        <ol start={log.first} aria-label={w.logOf(address, log.length, node.commitIndex, node.lastApplied)}>
          {log.first > 1 ? <li class="entry more">… {log.first - 1}</li> : null}
          {log.entries.map((entry, i) => (
            <li key={log.first + i} class={classOf(node, log.first + i, entry.conflicts, entry.term)}>
              <span class="entry-index">{log.first + i}</span>
              <span class="entry-term">T{entry.term}</span>
              <span class="entry-label">{entry.label}</span>
              <span class="visually-hidden">{spoken(w, node, log.first + i, entry.conflicts)}</span>
            </li>
          ))}
          {log.length === 0 ? <li class="empty">{node.role === 'played' ? w.playedByStory : w.empty}</li> : null}
        </ol>
      </div>
    );
  }
}

function classOf(node: NodeView, index: number, conflicts: boolean, term: number): string {
  const committed = index <= node.commitIndex ? ' committed' : '';
  const applied = index <= node.lastApplied ? ' applied' : '';
  return `entry term-${termColour(term)}${committed}${applied}${conflicts ? ' conflicts' : ''}`;
}

function spoken(w: RowProps['w'], node: NodeView, index: number, conflicts: boolean): string {
  const all = [
    ...(index <= node.lastApplied ? [w.applied] : index <= node.commitIndex ? [w.committed] : [w.notCommitted]),
    ...(conflicts ? [w.conflicts] : []),
  ];
  return `, ${all.join(', ')}`;
}
