export { type Press, startPress } from './press';
export { renderPaper } from './render';
