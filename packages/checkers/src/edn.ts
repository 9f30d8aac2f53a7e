/**
 * As much of EDN, Clojure's JSON, as logs of tests hold: nil, booleans, numbers, strings, :keywords (read as strings), lists
 * and maps.
 */

/** Reads the one value that `text` holds. Throws a SyntaxError that says what stands where none was expected. */
export function parseEdn(text: string): unknown {
  const tokens = text.match(token) ?? [];
  let next = 0;

  function value(): unknown {
    const found = tokens[next++];
    if (found === undefined) throw new SyntaxError('the text ends in the middle of a value');
    if (found === '[' || found === '(') return list(found === '[' ? ']' : ')');
    if (found === '{') return map();
    if (found.startsWith('"')) return JSON.parse(found) as string;
    if (found.startsWith(':')) return found.slice(1);
    return atom(found);
  }

  function list(end: string): unknown[] {
    const items: unknown[] = [];
    while (tokens[next] !== end) items.push(value());
    next++;
    return items;
  }

  function map(): Record<string, unknown> {
    const items = list('}');
    return Object.fromEntries(items.flatMap((item, at) => (at % 2 === 0 ? [[String(item), items[at + 1]]] : [])));
  }

  const result = value();
  if (next < tokens.length) throw new SyntaxError(`${tokens[next]} stands behind the value`);
  return result;
}

/** Commas are white space in EDN. */
const token = /"(?:[^"\\]|\\.)*"|[[\](){}]|[^\s,[\](){}"]+/g;

function atom(found: string): unknown {
  if (found === 'nil') return null;
  if (found === 'true' || found === 'false') return found === 'true';
  const number = Number(found);
  if (Number.isNaN(number)) throw new SyntaxError(`${found} is not a value`);
  return number;
}
