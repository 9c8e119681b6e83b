// `node --import` this in a forked process: it ends when its parent is gone for any reason.
process.once('disconnect', () => process.exit());
