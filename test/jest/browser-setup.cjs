// What every browser that we serve has and jsdom has not.
const { deserialize, serialize } = require('node:v8');

globalThis.structuredClone ??= (value) => deserialize(serialize(value));
globalThis.CSS ??= { escape: (text) => text.replace(/[^\w-]/g, (character) => `\\${character}`) };
