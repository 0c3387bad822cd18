// By what names files are told that can be clipped: the same for whoever looks through a folder, a drop or a zip.

/** A web page, which may have a folder of files beside it. */
export const PAGE_NAME = /\.(?:x?html?|xht)$/i;
/** Whatever Lectern reads. */
export const READABLE_NAME = /\.(?:x?html?|xht|mhtml?|webarchive|md|markdown|txt|text|pdf)$/i;

/** Many of them in one. */
export const ZIP_NAME = /\.zip$/i;

/** Whatever lies beside it, and below, is a library's: pages that were clipped already, under names of ours. */
export const LIBRARY_FILE = 'library.sqlite';

/** What browsers in many languages put behind a page's name for the folder of its files. */
export const companionEnds: readonly string[] =
  '_files .files -Dateien _fichiers _archivos _arquivos _ficheiros _bestanden _file _pliki _soubory _tiedostot _filer -filer _elemei _dosyalar _datoteke _fitxers _bylos _failid _ファイル _文件 _檔案 _파일'.split(
    ' ',
  );
