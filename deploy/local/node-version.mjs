// Nothing newer than Node 12 may stand here, so that an old Node can still say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
// What is needed is require() of ES modules, which came late to the lines 20 and 22 and never to 21.
const isTooOld = major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12);

/** Ends the process with one sentence under a Node that cannot run the rest. */
export function requireNewNode() {
  if (!isTooOld) return;
  console.error(`Trình Duyệt needs Node.js 20.19, 22.12 or anything newer; this is ${process.versions.node}.`);
  process.exit(1);
}
