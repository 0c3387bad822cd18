/** The one event of a parse process: its modules are loaded, and pages can come. */
export const PARSER_READY = 'parser-ready';
