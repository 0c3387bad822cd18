// What a build collects of the packages in it: scripts/licences.mjs.
declare module 'virtual:licences' {
  const about: {
    readonly version: string;
    readonly packages: readonly {
      readonly name: string;
      readonly version: string;
      /** An expression of SPDX. */
      readonly licence: string;
      /** Where in `texts`. */
      readonly text: number;
    }[];
    readonly texts: readonly string[];
  };
  export default about;
}
