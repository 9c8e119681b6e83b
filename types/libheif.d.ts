declare module '*/libheif-without-unsafe-eval.js?url' {
  const address: string;
  export default address;
}
