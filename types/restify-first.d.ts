// restify has had `server.first` since version 8; @types/restify does not know it.
import 'restify';

declare module 'restify' {
  interface Server {
    /** Runs before everything else; answering false ends the request there. */
    first(...handlers: ((request: Request, response: Response) => boolean)[]): this;
  }
}
