function parseConnectionField(text: string, name: string): string {
  const part = text.split(';').find((one) => one.trim().startsWith(`${name}=`));
  return part?.trim().slice(name.length + 1) ?? '';
}

const isBase64 = (text: string): boolean => Buffer.from(text, 'base64').length > 0;

/** Checks without the SDK, which takes a quarter of a second to load. */
export function isConnectionString(text: string): boolean {
  const endpoint = parseConnectionField(text, 'BlobEndpoint');
  if (!text.includes('AccountName=')) return false;
  const isAddress = (address: string): boolean => URL.canParse(address);
  if (!text.includes('DefaultEndpointsProtocol=') || !text.includes('AccountKey=')) {
    return isAddress(endpoint) && parseConnectionField(text, 'SharedAccessSignature') !== '';
  }
  const name = parseConnectionField(text, 'AccountName');
  if (name === '' || !isBase64(parseConnectionField(text, 'AccountKey'))) return false;
  if (endpoint !== '') return isAddress(endpoint);
  const [protocol, suffix] = [
    parseConnectionField(text, 'DefaultEndpointsProtocol'),
    parseConnectionField(text, 'EndpointSuffix'),
  ];
  return /^https?$/iu.test(protocol) && suffix !== '' && isAddress(`https://${name}.blob.${suffix}`);
}
