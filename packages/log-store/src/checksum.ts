/** FNV-1a over the characters of a text: equal texts have equal sums, and others practically never do. Not for secrets. */

/** A whole number from 0 to 2³²-1. A change of one character always changes it. */
export function checksum(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
