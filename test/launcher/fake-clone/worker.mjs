// Stands for the worker: it is just there.
setInterval(() => {}, 60_000);
console.log('worker is up');
