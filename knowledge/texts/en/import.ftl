### Import: what was found, and what would be right. The keys come from crates/exchange (Finding::message_key).

## What a finding means

import-severity-told = For your information
import-severity-normalised = Read and tidied
import-severity-decide = For you to decide
import-severity-rejected = Not taken in

## Where

import-place-file = { $file }
import-place-field = { $file }, field { $field }
import-place-row = { $file }, row { $row }
import-place-row-field = { $file }, row { $row }, field { $field }

## Files

import-fault-file-unknown = We do not know this file and have not read it. Families: families.csv, persons.csv, relations.csv and services.csv. Services: a JSON file, or the CSV files of HSDS.
import-fault-file-missing = The file is not here. Add it if you have it.
import-fault-file-twice = The file is here twice. Only the first was read. Gather the rows in one file.
import-fault-file-empty = The file is empty. The first row must name the columns.
import-fault-file-not-read = The file was not read, because it refers to { $needs }, which is missing or could not be read. Send both files.
import-fault-encoding = The file is not saved as UTF-8. We read it as { $encoding }. Check that special letters are right.
import-fault-broken-text = Some letters were destroyed on the way here. Export again as UTF-8.
import-fault-unclosed-quote = A quote opens a text that never ends. Put " at the end of the text, or take the first one away.
import-fault-stray-quote = A quote inside a text is written once. Write it twice ("").
import-fault-too-many-quotes = So many quotes are missing that the rest of the file was not read. Export the file again.

## Columns and rows

import-fault-column-missing = The column { $field } is missing. Add it to the first row.
import-fault-column-unknown = The column is not part of the format and was not read.
import-fault-column-read = The column is called “{ $read }”. We read it as { $field }.
import-fault-column-twice = The column is here twice. Only the first was read.
import-fault-column-address = The column looks like an address, but is none of those that the format has. It was not read. Addresses belong in the columns adresse, postnummer and poststed.
import-fault-protected-address = This person has a strictly confidential address, and the file has an address. It was not taken in. Delete it from the file too.
import-fault-protected-district = Somebody in the family has a strictly confidential address. Consider whether the district can stay.
import-fault-cell-count = The row has { $found } fields and the first row has { $expected }. Look for a separator that is missing or too many.
import-fault-cells-padded = Empty fields at the end of the row were added or removed ({ $times } rows).
import-fault-empty-row = Empty rows were skipped ({ $times }).

## Values

import-fault-missing = The field is empty. Please fill it in.
import-fault-left-empty = The field is empty ({ $times } rows). The rows were taken in without it.
import-fault-too-long = The text is longer than { $limit } characters. Look for text in the wrong column.
import-fault-control-characters = Line breaks or invisible characters were removed ({ $times } rows).
import-fault-blanks-cut = Blanks or quotes around the value were removed ({ $times } rows).
import-fault-formula-text = The value looks like a formula. We keep it as plain text.
import-fault-national-id-in-text = There is a national id here. It belongs only in the field fodselsnummer. Use another key or text here.
import-fault-not-a-date = “{ $value }” is not a date. Write for example 2026-02-03 or 03.02.2026.
import-fault-date-read = Dates in another form than YYYY-MM-DD were read ({ $times }).
import-fault-date-future = { $value } has not been yet. Write a date that has.
import-fault-date-too-old = { $value } is too long ago. Look for a typing error in the year.
import-fault-end-before-start = The end is before the start. Swap the dates, or correct the wrong one.
import-fault-not-a-choice = We do not know the value “{ $value }”. Write one of these: { $choices }.
import-fault-choice-read = “{ $read }” was read as { $kept } ({ $times }).
import-fault-not-a-language = “{ $value }” is not a language code. Write two or three letters, for example nb, en, so or uk.

## National ids

import-fault-national-id-text = The national id has other characters than digits. Write only the 11 digits.
import-fault-national-id-spoiled = A spreadsheet has turned the national id into a rounded number. Make the column text in the source system and export again.
import-fault-national-id-length = The national id has { $digits } digits. It must have 11.
import-fault-national-id-date = The first six digits are not a date. A D-number has 40 added to the day, and a test number 40, 65 or 80 to the month.
import-fault-national-id-check = The check digits do not fit. Most often one digit is wrong. Compare with the population register.
import-fault-national-id-birth-date = The national id and the birth date do not agree on the { $part ->
    [day] day
    [month] month
    [century] century
   *[year] year
}. Correct the one that is wrong.
import-fault-national-id-zero = A zero at the start of the national id was missing and was put back ({ $times } rows). The check digits and the birth date fit.
import-fault-birth-date-from-number = The birth date was empty and was read from the national id ({ $times } rows).

## Rows that hang together

import-fault-key-twice = “{ $key }” is also in row { $other }, with other content. The first row holds. Give each row a key of its own.
import-fault-row-twice = The row is the same as row { $other } and was taken in once.
import-fault-reference-missing = “{ $key }” is not among the rows that could be read. Add the row, or correct the key.
import-fault-reference-rejected = “{ $key }” in row { $other } was not taken in. Correct that row first, and this one will follow.
import-fault-reference-ambiguous = Two different persons have the key “{ $key }”, so we do not know whom the row is about. Give each person a key of their own.
import-fault-family-empty = No persons belong to the family “{ $key }”. It was taken in without persons.
import-fault-family-all-rejected = None of the persons in the family “{ $key }” could be taken in. See their rows.
import-fault-number-merged = “{ $key }” and “{ $kept }” (row { $other }) have the same national id and name. They were taken in as one person, as row { $other } says. The strictest address protection holds.
import-fault-number-other-family = “{ $key }” has the same national id as “{ $kept }” in another family (row { $other }). Row { $other } was taken in. Decide which family the person belongs to.
import-fault-number-other-name = “{ $key }” has the same national id as “{ $kept }” (row { $other }), but another name. Row { $other } was taken in. Find out whose number it is.
import-fault-likely-double = “{ $first }” (row { $other }) and “{ $second }” have the same birth date and nearly the same name. Decide if they are the same person. Both were taken in.
import-fault-many-same-birth-date = { $count } persons have the same birth date. We compared only those whose names are close. Was the date put in because the true one was missing?
import-fault-relation-to-self = The row says that the person is related to himself or herself. Correct one of the keys.
import-fault-relation-roles = The row must go from an adult to a child. Swap the keys, or correct the roles in persons.
import-fault-relation-across = The persons are in two different families. The relation was taken in. Check that this is right.

## Service directories

import-fault-json-broken = The file is not valid JSON. Reading stopped at line { $line }, character { $column }.
import-fault-not-recognised = This is nothing that HSDS 3.0 or Open Referral UK 3.0 describes. Send a service, a list or a page of services.
import-fault-no-services = There are no services here. The file has { $what ->
    [organization] organisations
    [location] places
    [taxonomy] taxonomies
    [taxonomy_term] terms
    [api_details] details of an API
    [nothing] nothing
   *[other] { $what }
} ({ $count }).
import-fault-service-twice = The service “{ $key }” is also in { $other }. The fuller one was taken in. Give each service an id of its own.
import-fault-envelope-count = The page says { $says }, but its contents say { $found }. We counted for ourselves.
import-fault-more-pages = This is page { $page } of { $pages }. Fetch the other pages too.
import-fault-field-unknown = The field is not part of the standard ({ $times }). It is kept beside the others.
import-fault-wrong-type = The value must be { $expected ->
    [list] a list
    [number] a number
    [object] an object
   *[text] text
} and was not taken in.
import-fault-type-read = The value must be { $expected ->
    [list] a list
    [number] a number
   *[text] text
} and was read as that ({ $times }).
import-fault-not-a-link = “{ $value }” is not a web address. Write all of it, for example https://www.lindvik.example.
import-fault-link-read = The address was put in the usual form ({ $times }).
import-fault-not-an-email = “{ $value }” is not an e-mail address. Write for example post@lindvik.example.
import-fault-not-a-time = “{ $value }” is not a time of day. Write for example 09:00.
import-fault-time-zone-cut = The time of day has a time zone. We read it as local time ({ $times }).
import-fault-not-a-number = “{ $value }” is not a number that can stand here.
import-fault-ages-swapped = The lowest age is above the highest. Swap them.
import-fault-unattached = No service, place or organisation uses the row ({ $times } rows).
import-fault-too-large = The files refer to each other so often that the rest was not read. Look for rows with a wrong id.
