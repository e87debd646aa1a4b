/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-text.h"

#include <glib/gi18n-lib.h>
#include <sbml/SBMLTypes.h>
#include <string.h>

#include "rankle-antimony.h"
#include "rankle-guard.h"
#include "rankle-model-builder.h"
#include "rankle-model-error.h"
#include "rankle-sbml-packages.h"
#include "rankle-sbml-reader.h"
#include "rankle-system.h"

#define MAX_BYTES (16 * 1024 * 1024)

gboolean
rankle_text_check_size (guint64 length, const char *name, GError **error)
{
  if (length <= MAX_BYTES)
    return TRUE;

  g_set_error (
      error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_LIMIT,
      ngettext ("%s: larger than %d byte", "%s: larger than %d bytes", MAX_BYTES), name,
      MAX_BYTES);
  return FALSE;
}

/* The version is the first 12 hexadecimal digits of the text's SHA-256. */
static void
set_version (RankleModel *model, const char *text, gsize length)
{
  g_autofree char *digest =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, length);

  g_assert (strlen (digest) > 12);

  model->version = g_string_chunk_insert_len (model->strings, digest, 12);
}

static void
set_format (RankleModel *model)
{
  g_autofree char *format = g_strdup_printf ("SBML Level %u Version %u",
                                             SBMLDocument_getLevel (model->document),
                                             SBMLDocument_getVersion (model->document));

  model->format = g_string_chunk_insert (model->strings, format);
}

RankleModel *
rankle_text_read_antimony (const char *text,
                           gsize       length,
                           const char *name,
                           GError    **error)
{
  RankleModel *model = NULL;
  void        *document;

  g_assert (text != NULL && name != NULL);

  if (!rankle_text_check_size (length, name, error))
    return NULL;

  _rankle_guard_lock ();
  document = _rankle_antimony_read (text, (gssize)length, name, error);
  if (document != NULL)
    model = _rankle_system_compile (document, name, error);
  _rankle_guard_unlock ();
  if (model != NULL)
    set_version (model, text, length);

  return model;
}

/* What is no SBML may be so because of a package that it does not require: without it, it
 * is tried once more. @passed_over: (transfer full) (nullable): names of such packages.
 */
static void *
read_sbml (
    const char *text, gsize length, const char *name, char ***passed_over, GError **error)
{
  g_autoptr (GError) first = NULL;
  g_autofree char *rest = NULL;
  void            *document = _rankle_sbml_read (text, length, name, &first);

  if (document != NULL)
    return document;
  if (g_error_matches (first, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SYNTAX))
    rest = _rankle_packages_pass_over (text, passed_over);
  if (rest != NULL)
    return _rankle_sbml_read (rest, length, name, error);
  g_propagate_error (error, g_steal_pointer (&first));
  return NULL;
}

static void
add_note (RankleModel *model, const char *note)
{
  guint n = model->notes == NULL ? 0 : g_strv_length ((char **)model->notes);

  model->notes = g_renew (const char *, model->notes, n + 2);
  model->notes[n] = g_string_chunk_insert (model->strings, note);
  model->notes[n + 1] = NULL;
}

static void
note_passed_over (RankleModel *model, char *const *packages)
{
  g_autofree char *names = NULL, *note = NULL;

  if (packages == NULL)
    return;
  names = g_strjoinv (", ", (char **)packages);
  /* Translators: names of SBML packages, such as "layout, render" */
  note = g_strdup_printf (_ ("What the file says in packages that it does not require "
                             "(%s) is not as SBML has it, and was passed over."),
                          names);
  add_note (model, note);
}

/* @text ends with NUL. A file over which libSBML breaks down breaks down the program: not
 * before a copy of the process has lived through it. */
static RankleModel *
compile_sbml (const char *text, gsize length, const char *name, GError **error)
{
  g_auto (GStrv) passed_over = NULL;
  RankleModel *model = NULL;
  void        *document;

  g_assert (text[length] == '\0');

  document = read_sbml (text, length, name, &passed_over, error);
  if (document != NULL)
    model = _rankle_system_compile (document, name, error);
  if (model != NULL)
    {
      set_version (model, text, length);
      set_format (model);
      note_passed_over (model, passed_over);
    }

  return model;
}

typedef struct
{
  const char *text; /* ends with NUL */
  gsize       length;
} Sbml;

static void
try_sbml (gpointer data)
{
  const Sbml *sbml = data;

  compile_sbml (sbml->text, sbml->length, "", NULL);
}

static void
fail_trial (RankleTrial trial, const char *name, GError **error)
{
  switch (trial)
    {
    case RANKLE_TRIAL_BROKE_DOWN:
      g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SYNTAX,
                   _ ("%s: libSBML breaks down over this file"), name);
      break;
    case RANKLE_TRIAL_TOO_LONG:
      g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_LIMIT,
                   ngettext ("%s: takes libSBML more than %d second to read",
                             "%s: takes libSBML more than %d seconds to read",
                             RANKLE_TRIAL_SECONDS),
                   name, RANKLE_TRIAL_SECONDS);
      break;
    case RANKLE_TRIAL_CANCELLED:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                   _ ("%s: reading was cancelled"), name);
      break;
    case RANKLE_TRIAL_IMPOSSIBLE:
      g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_LIMIT,
                   _ ("%s: the system has no process to try the file in"), name);
      break;
    case RANKLE_TRIAL_PASSED:
    default:
      g_assert_not_reached ();
    }
}

static RankleModel *
read_guarded (Sbml *sbml, const char *name, GError **error)
{
  RankleTrial  trial = _rankle_guard_try (try_sbml, sbml, RANKLE_TRIAL_SECONDS,
                                          g_cancellable_get_current ());
  RankleModel *model;

  if (trial != RANKLE_TRIAL_PASSED)
    {
      fail_trial (trial, name, error);
      return NULL;
    }
  _rankle_guard_lock ();
  model = compile_sbml (sbml->text, sbml->length, name, error);
  _rankle_guard_unlock ();
  return model;
}

RankleModel *
rankle_text_read_sbml (const char *text, gsize length, const char *name, GError **error)
{
  g_autofree char *copy = NULL;

  g_assert (text != NULL && name != NULL);

  if (!rankle_text_check_size (length, name, error))
    return NULL;

  copy = g_malloc (length + 1); /* libSBML wants it to end with NUL */
  memcpy (copy, text, length);
  copy[length] = '\0';

  return read_guarded (&(Sbml){ copy, length }, name, error);
}
