/** IPv4 subnets, written like 10.77.0.0/24: reading one, counting its addresses, and whether two overlap. */

export interface Subnet {
  /** Its first address, as a number. */
  first: number;
  /** How many addresses it holds, the unusable ones too. */
  size: number;
}

/** Nothing if the text is no subnet in its only right spelling: four numbers whose bits beyond the prefix are zero. */
export function parseSubnet(text: string): Subnet | undefined {
  const around = subnetAround(text);
  return around && showSubnet(around) === text ? around : undefined;
}

/** The subnet that an address with a prefix length lies in: 10.77.0.9/24 lies in 10.77.0.0/24. */
export function subnetAround(text: string): Subnet | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a, b, c, d, prefix] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  return { first: address - (address % size), size };
}

export const showSubnet = ({ first, size }: Subnet): string => `${showAddress(first)}/${32 - Math.log2(size)}`;

/** The address at a position of the subnet; position 0 is the subnet's own name. */
export const addressAt = ({ first }: Subnet, position: number): string => showAddress(first + position);

export const overlap = (a: Subnet, b: Subnet): boolean => a.first < b.first + b.size && b.first < a.first + a.size;

const showAddress = (address: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
