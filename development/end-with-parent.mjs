// `node --import` this in a forked process: when the one that started it is gone, however it went, so is this one.
process.once('disconnect', () => process.exit());
