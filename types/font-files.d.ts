// The build of the tab turns a font into the address that serves it.
declare module '*.ttf?url' {
  const address: string;
  export default address;
}
