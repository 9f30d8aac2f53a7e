/** Address arithmetic: what a wrong border would cost is two nodes at one address. */
import { expect, test } from 'vitest';
import { addressAt, overlap, parseSubnet, type Subnet, showSubnet, subnetAround } from './subnet.ts';

const subnet = (text: string) => parseSubnet(text) as Subnet;

test.each(['10.77.0.0/24', '0.0.0.0/0', '192.168.1.128/25', '255.255.255.255/32'])('%s is a subnet', (text) => {
  expect(showSubnet(subnet(text))).toBe(text);
});

test.each([
  ['10.77.0.1/24', 'a bit is set beyond the prefix'],
  ['10.77.0.256/24', 'a byte has no 256'],
  ['10.77.0.0/33', 'an address has 32 bits'],
  ['10.77.0.0', 'the prefix is missing'],
  ['010.77.0.0/24', 'a zero stands before a number'],
  ['fd00::/64', 'it is IPv6'],
])('%s is no subnet: %s', (text) => {
  expect(parseSubnet(text)).toBeUndefined();
});

test('an address past the end of a byte carries over to the next one', () => {
  expect(addressAt(subnet('10.77.0.0/23'), 256)).toBe('10.77.1.0');
  expect(addressAt(subnet('10.77.0.0/24'), 254)).toBe('10.77.0.254');
});

test('the subnet around an address of an interface forgets the host', () => {
  expect(showSubnet(subnetAround('172.17.0.1/16') as Subnet)).toBe('172.17.0.0/16');
});

test.each([
  ['10.77.0.0/24', '10.77.0.0/16', true],
  ['10.77.0.0/16', '10.77.0.0/24', true],
  ['10.77.0.0/24', '10.77.0.0/24', true],
  ['10.77.0.0/24', '10.77.1.0/24', false],
  ['10.77.1.0/24', '10.77.0.0/24', false],
])('%s and %s overlap: %s', (a, b, expected) => {
  expect(overlap(subnet(a), subnet(b))).toBe(expected);
});
