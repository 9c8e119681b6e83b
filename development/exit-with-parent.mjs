// `node --import` this in a forked process: it ends when its parent is gone.
process.once('disconnect', () => process.exit());
