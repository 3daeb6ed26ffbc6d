import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the open internet. All else belongs to somebody's own network, to this machine, or to the
 * cloud that it runs in (169.254.169.254 gives out credentials): private, loopback, link-local, unique-local, carrier
 * NAT, reserved, multicast, and every form of IPv6 that holds an IPv4 address inside.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.parse(address).range() === 'unicast';
};
