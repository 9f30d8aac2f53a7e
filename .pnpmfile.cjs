// Corrects what a few packages say of themselves, before pnpm reads it.
// The packages that hold the Node binary name their platform as a text where a list is wanted,
// and pnpm would install the Node of every platform.

const asList = (value) => (typeof value === 'string' ? [value] : value);

module.exports = {
  hooks: {
    readPackage: (manifest) =>
      /^node-(bin-)?(linux|darwin|win)-/.test(manifest.name)
        ? { ...manifest, os: asList(manifest.os), cpu: asList(manifest.cpu) }
        : manifest,
  },
};
