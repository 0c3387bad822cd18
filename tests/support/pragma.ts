// Opens the library's connections with another setting than its own: for controls, which need a library that is worse.
import Database from 'better-sqlite3';

/** From now on, in this process. @param name of a pragma that the library sets, such as `synchronous` */
export function insteadOf(name: string, setting: string): void {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (source, options) {
    const isIt = source.startsWith(`${name} =`);
    return pragma.call(this, isIt ? `${name} = ${setting}` : source, options);
  };
}
