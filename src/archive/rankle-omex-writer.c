/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "rankle-omex-formats.h"
#include "rankle-omex.h"
#include "rankle-sbml.h"
#include "rankle-sedml.h"
#include "rankle-session-table.h"
#include "rankle-xml.h"
#include "rankle-zip.h"

typedef struct
{
  const RankleExperiment *experiment; /* Borrowed */
  GPtrArray              *files;      /* (owned) */
  GString                *manifest;   /* (owned): until it is a file */
  gint64                  time;       /* [seconds since 1970] */
} Writer;

static void
list_file (Writer *self, const char *name, const char *format, gboolean is_master)
{
  rankle_xml_append (self->manifest,
                     "  <content location=\"%s\" format=\"%s\" master=\"%s\"/>\n", name,
                     format, is_master ? "true" : "false");
}

/* Takes @text. */
static void
add_text (Writer *self, const char *name, const char *format, char *text, gsize length)
{
  g_autofree char *location = g_strconcat ("./", name, NULL);

  list_file (self, location, format, g_str_equal (format, RANKLE_FORMAT_SEDML));
  rankle_zip_add (self->files, name, g_bytes_new_take (text, length));
}

/* ---- metadata ---- */

/* Of builds that are to be the same every time. */
static gint64
find_time (void)
{
  const char *given = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds;

  if (given != NULL &&
      g_ascii_string_to_signed (given, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds;
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
make_metadata (const Writer *self)
{
  RankleSession *session = rankle_experiment_get_session (self->experiment);
  RankleModel   *model = rankle_session_get_model (session);
  const char    *notes = rankle_session_get_notes (session);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (self->time);
  g_autofree char *when = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
  GString         *xml = g_string_new (NULL);

  rankle_xml_append (
      xml,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
      "         xmlns:dcterms=\"http://purl.org/dc/terms/\"\n"
      "         xmlns:vCard=\"http://www.w3.org/2006/vcard/ns#\">\n"
      "  <rdf:Description rdf:about=\".\">\n"
      "    <dcterms:title>%s: %s</dcterms:title>\n",
      rankle_model_get_title (model),
      rankle_experiment_get_run (self->experiment, 0)->title);
  if (*notes != '\0')
    rankle_xml_append (xml, "    <dcterms:description>%s</dcterms:description>\n", notes);
  rankle_xml_append (xml,
                     "    <dcterms:creator rdf:parseType=\"Resource\">\n"
                     "      <vCard:fn>Rankle %s</vCard:fn>\n"
                     "    </dcterms:creator>\n"
                     "    <dcterms:created rdf:parseType=\"Resource\">\n"
                     "      <dcterms:W3CDTF>%s</dcterms:W3CDTF>\n"
                     "    </dcterms:created>\n"
                     "  </rdf:Description>\n"
                     "</rdf:RDF>\n",
                     PACKAGE_VERSION, when);
  return g_string_free (xml, FALSE);
}

/* ---- files ---- */

static void
add_metadata (Writer *self)
{
  char *text = make_metadata (self);

  add_text (self, "metadata.rdf", RANKLE_FORMAT_METADATA, text, strlen (text));
}

static void
add_sedml (Writer *self)
{
  char *text = rankle_experiment_to_sedml (self->experiment, "");

  add_text (self, "experiment.sedml", RANKLE_FORMAT_SEDML, text, strlen (text));
}

static void
add_run (Writer *self, const RankleExperimentRun *run, const RankleTrajectory *trajectory)
{
  g_autofree char *model = rankle_experiment_run_name (run, "", "xml");
  g_autofree char *table = rankle_experiment_run_name (run, "", "csv");
  g_autofree char *space = rankle_sbml_find_namespace (run->sbml);
  gboolean         is_version_1 = space != NULL && strstr (space, "/version1/") != NULL;
  gsize            length;
  char            *text;

  add_text (self, model, is_version_1 ? RANKLE_FORMAT_SBML : RANKLE_FORMAT_ANY_SBML,
            g_strdup (run->sbml), strlen (run->sbml));
  text = rankle_session_table_format (run->session, trajectory, &length);
  add_text (self, table, RANKLE_FORMAT_TABLE, text, length);
}

static void
add_session (Writer *self)
{
  char *text =
      rankle_session_file_format (rankle_experiment_get_session (self->experiment));

  add_text (self, "session" RANKLE_SESSION_SUFFIX, RANKLE_FORMAT_SESSION, text,
            strlen (text));
}

/* A reader that takes one file after the other meets it first. */
static void
put_manifest (Writer *self)
{
  GBytes *content;

  g_string_append (self->manifest, "</omexManifest>\n");
  content = g_string_free_to_bytes (g_steal_pointer (&self->manifest));
  rankle_zip_add (self->files, RANKLE_OMEX_MANIFEST, content);
  g_ptr_array_insert (self->files, 0,
                      g_ptr_array_steal_index (self->files, self->files->len - 1));
}

static void
begin_manifest (Writer *self)
{
  self->manifest = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<omexManifest xmlns=\"" RANKLE_FORMAT_MANIFEST "\">\n");
  list_file (self, ".", RANKLE_FORMAT_ARCHIVE, FALSE);
  list_file (self, "./" RANKLE_OMEX_MANIFEST, RANKLE_FORMAT_MANIFEST, FALSE);
}

GBytes *
rankle_archive_write (const RankleExperiment        *experiment,
                      const RankleTrajectory *const *runs,
                      GError                       **error)
{
  Writer  self = { .experiment = experiment, .time = find_time () };
  GBytes *bytes;

  g_return_val_if_fail (experiment != NULL && runs != NULL, NULL);

  self.files = rankle_zip_new ();
  begin_manifest (&self);
  add_metadata (&self);
  add_sedml (&self);
  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    add_run (&self, rankle_experiment_get_run (experiment, i), runs[i]);
  add_session (&self);
  put_manifest (&self);
  bytes = rankle_zip_write (self.files, self.time, error);
  g_ptr_array_unref (self.files);
  return bytes;
}
