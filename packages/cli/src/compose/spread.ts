/** Spreads nodes over machines: who has a place keeps it, and the others go where there are the fewest. */

/** For each node its machine. Nobody gets one where there are none. */
export function spread(
  ids: readonly string[],
  machines: readonly string[],
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const places: Record<string, string> = {};
  for (const id of ids) if (before[id]) places[id] = before[id];
  for (const id of ids) {
    const counts = machines.map((machine) => Object.values(places).filter((place) => place === machine).length);
    const emptiest = machines[counts.indexOf(Math.min(...counts))];
    if (emptiest !== undefined) places[id] ??= emptiest;
  }
  return Object.fromEntries(ids.flatMap((id) => (places[id] ? [[id, places[id]]] : [])));
}
