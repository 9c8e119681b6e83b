/** A record as a store holds it. */
export type Fields = Readonly<Record<string, unknown>>;

/** The place of a record in either store. */
export interface RecordLocation {
  readonly cosmos: {
    readonly container: 'cases' | 'state' | 'reach' | 'deliveries';
    readonly id: string;
    readonly partition: string;
    /** The field that the record stands in; the document itself where it is missing. */
    readonly under?: string;
  };
  readonly sqlite: { readonly table: string; readonly where: Readonly<Record<string, string | number>> };
}

/** A store as its contracts see it, and what another version does to it from the other side. */
export interface StoredRecords {
  /** What stands at a place. */
  read(place: RecordLocation): Promise<Fields>;
  /** Puts something else there, as a server of another version would. */
  write(place: RecordLocation, record: Fields): Promise<void>;
  /** Where in what stands the record itself is. */
  readonly under: (place: RecordLocation) => string | undefined;
}
