/** As much of Protocol Buffers' wire format as etcd's put, range and status take. */

export function bytesField(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

export const boolField = (field: number, value: boolean): Buffer =>
  Buffer.concat([varint(field << 3), varint(Number(value))]);

/** For each field of a message its first value: a number where it is one, its bytes otherwise. */
export function fieldsOf(message: Buffer): Map<number, bigint | Buffer> {
  const fields = new Map<number, bigint | Buffer>();
  let at = 0;
  const readVarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new RangeError('Cannot read an answer of etcd: it ends in the middle of a number');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const key = Number(readVarint());
    const kind = key & 7;
    if (kind !== 0 && kind !== 2) throw new RangeError(`Cannot read an answer of etcd: a field of wire type ${kind}`);
    let value: bigint | Buffer = readVarint();
    if (kind === 2) {
      const end = at + Number(value);
      value = message.subarray(at, end);
      at = end;
    }
    if (!fields.has(key >> 3)) fields.set(key >> 3, value);
  }
  return fields;
}

/** How gRPC sends a message: not compressed, then four bytes of length, then the message. */
export function lengthPrefixed(message: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(5 + message.length);
  bytes[0] = 0;
  bytes.writeUInt32BE(message.length, 1);
  message.copy(bytes, 5);
  return bytes;
}

export const concat = (parts: readonly Buffer[]): Buffer =>
  parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
