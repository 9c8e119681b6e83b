// What the build of the tab makes of a font: the address that the server hands it out under.
declare module '*.ttf?url' {
  const address: string;
  export default address;
}
