export { type Press, startPress } from './press';
