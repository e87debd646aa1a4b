/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-sbml-reader.h"

#include <glib/gi18n-lib.h>
#include <sbml/SBMLTypes.h>
#include <string.h>

#include "rankle-model-error.h"

/* libSBML reads elements by recursion, with kilobytes of stack for each. */
#define MAX_DEPTH 400

static gboolean
fail (GError **error, const char *name, RankleModelError code, const char *what)
{
  g_set_error (error, RANKLE_MODEL_ERROR, code, "%s: %s", name, what);
  return FALSE;
}

/* The text is UTF-8 and says nothing else, so that what is searched for below is what the
 * XML parser will see. */
static gboolean
check_encoding (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GRegex) declared = g_regex_new (
      "^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"'](?!utf-8[\"']|us-ascii[\"'])",
      G_REGEX_CASELESS, 0, NULL);

  if (strlen (text) != length || !g_utf8_validate (text, length, NULL))
    return fail (error, name, RANKLE_MODEL_ERROR_SYNTAX, _ ("the text is not UTF-8"));
  if (g_regex_match (declared, text, 0, NULL))
    return fail (error, name, RANKLE_MODEL_ERROR_UNSUPPORTED,
                 _ ("an XML encoding other than UTF-8 is not supported"));

  return TRUE;
}

const char *
_rankle_sbml_skip_markup (const char *at)
{
  static const struct
  {
    const char *opens, *closes;
  } spans[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };
  char quote = '\0';

  g_assert (*at == '<');

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (g_str_has_prefix (at, spans[i].opens))
      {
        const char *end = strstr (at + strlen (spans[i].opens), spans[i].closes);

        return end == NULL ? NULL : end + strlen (spans[i].closes);
      }

  for (; *at != '\0'; at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else if (*at == '>')
      return at + 1;

  return NULL;
}

/* Deepest nesting of elements; malformed text is left to the parser. */
static guint
measure_depth (const char *text)
{
  guint       depth = 0, deepest = 0;
  const char *at = strchr (text, '<');

  while (at != NULL)
    {
      const char *end = _rankle_sbml_skip_markup (at);

      if (end == NULL)
        break;
      g_assert (end > at);
      if (at[1] == '/')
        depth -= depth > 0;
      else if (at[1] != '!' && at[1] != '?' && end[-2] != '/')
        depth++;
      deepest = MAX (deepest, depth);
      at = strchr (end, '<');
    }

  return deepest;
}

static gboolean
check_text (const char *text, gsize length, const char *name, GError **error)
{
  if (!check_encoding (text, length, name, error))
    return FALSE;
  if (strstr (text, "<!DOCTYPE") != NULL || strstr (text, "<!ENTITY") != NULL)
    return fail (error, name, RANKLE_MODEL_ERROR_UNSUPPORTED,
                 _ ("a document type declaration is not supported"));
  if (measure_depth (text) > MAX_DEPTH)
    return fail (error, name, RANKLE_MODEL_ERROR_LIMIT, _ ("nested too deeply"));

  return TRUE;
}

static gboolean
check_document (SBMLDocument_t *document, const char *name, GError **error)
{
  for (guint i = 0; i < SBMLDocument_getNumErrors (document); i++)
    {
      const XMLError_t *found = (const XMLError_t *)SBMLDocument_getError (document, i);
      g_autofree char  *message = NULL;

      if (XMLError_getSeverity (found) < LIBSBML_SEV_ERROR ||
          XMLError_getErrorId (found) == RequiredPackagePresent)
        continue;
      message = g_strdelimit (g_strdup (XMLError_getMessage (found)), "\n\r", ' ');
      g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SYNTAX, "%s:%u:%u: %s",
                   name, XMLError_getLine (found), XMLError_getColumn (found),
                   g_strstrip (message));
      return FALSE;
    }

  return TRUE;
}

void *
_rankle_sbml_read (const char *text, gsize length, const char *name, GError **error)
{
  SBMLDocument_t *document;

  g_assert (text[length] == '\0');

  if (!check_text (text, length, name, error))
    return NULL;

  document = readSBMLFromString (text);
  if (!check_document (document, name, error))
    g_clear_pointer (&document, SBMLDocument_free);

  return document;
}
