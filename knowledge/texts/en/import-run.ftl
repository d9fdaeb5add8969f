### Import at the command line: what is ready, and what was written (veven import).

import-run-ready = Ready to be taken in: { $families ->
    [one] one family
   *[other] { $families } families
} with { $people ->
    [one] one person
   *[other] { $people } people
}. { $known ->
    [0] None of the families is here already.
    [one] One family is here already, and is not changed.
   *[other] { $known } families are here already, and are not changed.
}
import-run-elsewhere = { $file }, row { $row }: Somebody in the family is in another dossier in Veven already. The family was not taken in. Find the person in Veven, and add what is new there.
import-run-without-coordinator = { $families ->
    [one] One family is
   *[other] { $families } families are
} marked "aktiv", but the files do not say who the coordinator is. They come into the queue, so that somebody can get the family.
import-run-across = { $relations ->
    [one] One relation goes
   *[other] { $relations } relations go
} from one family to another, and was not taken along. Add the person to the other family if they belong in both.
import-run-nothing-written = Nothing is written. Run it again with --commit when it looks right.
import-run-written = { $families ->
    [one] One family is taken in.
   *[other] { $families } families are taken in.
}
import-run-services = Ready to be taken in: { $services ->
    [one] one service
   *[other] { $services } services
}. Unchanged from before: { $known }.
import-run-services-written = { $services ->
    [one] One service is taken in.
   *[other] { $services } services are taken in.
}
import-run-no-sector = "{ $name }" was not taken in: the file does not say which sector the service belongs to, and the sector decides the duty of secrecy. Add a term of the taxonomy "sektor", or choose a sector for all such services with --sector.
import-run-not-open = "{ $name }" is closed or gone, and was not taken in.
import-run-addresses-left-out = { $addresses ->
    [one] One address was not taken in, because it would show where somebody with a strictly confidential address lives.
   *[other] { $addresses } addresses were not taken in, because they would show where somebody with a strictly confidential address lives.
}
