import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose IPv4 blocks, and the one address of a cloud's own services that lies outside of them. */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** IPv4 inside IPv6, as mapped and behind NAT64: judged by the IPv4 address. */
const carriers = ['::ffff:', '64:ff9b::'];

const routed6 = ['2000::/3', ...carriers.map((carrier) => `${carrier}0.0.0.0/96`)];

/** What global unicast has of protocols (Teredo, ORCHID, benchmarks), 6to4, documentation and the former 6bone. */
const special6 = [
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3ffe::/16',
  '3fff::/20',
  ...carriers.flatMap((carrier) =>
    special4.map((block) => {
      const [network, prefix] = block.split('/');
      return `${carrier}${network}/${96 + Number(prefix)}`;
    }),
  ),
];

// One list a family: Node 20 may take an address of one family to match a block of the other.
const isSpecial4 = blockList(special4, 'ipv4');
const isSpecial6 = blockList(special6, 'ipv6');
const isRouted6 = blockList(routed6, 'ipv6');

/** Whether an IP address is one of the public internet: no loopback, private, link-local, metadata or reserved one, however embedded. */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) belongs to this machine only.
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !isSpecial4.check(address, 'ipv4');
  return family === 6 && isRouted6.check(address, 'ipv6') && !isSpecial6.check(address, 'ipv6');
}

function blockList(blocks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', prefix] = block.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
