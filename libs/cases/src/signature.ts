export { refuseStale, signed, type Signature } from '@risk/domain';
