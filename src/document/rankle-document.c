/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-autosave.h"

/* After a change, so that a drag is one copy. */
#define AUTOSAVE_SECONDS 3

struct _RankleDocument
{
  GObject         parent_instance;
  RankleStudy    *study;       /* (owned) */
  RankleAutosave *autosave;    /* (owned) (nullable) */
  char           *path;        /* (owned) (nullable) */
  char           *name;        /* (owned) */
  RankleSession  *saved;       /* (owned) (nullable): NULL: nothing like what there is */
  gboolean        was_changed; /* as last notified */
  gboolean        has_failed;  /* the last copy */
  guint           due;         /* source of the next copy, or 0 */
};

enum
{
  PROP_NAME = 1,
  PROP_CHANGED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint       autosave_failed;

G_DEFINE_FINAL_TYPE (RankleDocument, rankle_document, G_TYPE_OBJECT)

/* ---- what it is ---- */

const char *
rankle_document_get_path (RankleDocument *self)
{
  g_return_val_if_fail (RANKLE_IS_DOCUMENT (self), NULL);

  return self->path;
}

const char *
rankle_document_get_name (RankleDocument *self)
{
  g_return_val_if_fail (RANKLE_IS_DOCUMENT (self), NULL);

  return self->name;
}

gboolean
rankle_document_is_changed (RankleDocument *self)
{
  g_return_val_if_fail (RANKLE_IS_DOCUMENT (self), FALSE);

  return self->saved == NULL ||
         !rankle_session_equal (self->saved, rankle_study_get_session (self->study));
}

gboolean
rankle_document_is_untouched (RankleDocument *self)
{
  g_return_val_if_fail (RANKLE_IS_DOCUMENT (self), FALSE);

  return self->path == NULL && !rankle_document_is_changed (self) &&
         !rankle_study_can_undo (self->study) && !rankle_study_can_redo (self->study);
}

/* (transfer full) */
static char *
make_name (const char *path)
{
  g_autofree char *name = NULL;

  if (path == NULL)
    return g_strdup (_ ("Untitled"));
  name = g_filename_display_basename (path);
  if (g_str_has_suffix (name, RANKLE_SESSION_SUFFIX))
    name[strlen (name) - strlen (RANKLE_SESSION_SUFFIX)] = '\0';
  return g_steal_pointer (&name);
}

static void
put_path (RankleDocument *self, const char *path)
{
  g_autofree char *old_path = self->path;

  g_free (self->name);
  self->path = g_strdup (path);
  self->name = make_name (path);
  if (g_strcmp0 (old_path, path) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
notify_changed (RankleDocument *self)
{
  gboolean changed = rankle_document_is_changed (self);

  if (self->was_changed == changed)
    return;
  self->was_changed = changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

/* @session (nullable) */
static void
put_saved (RankleDocument *self, RankleSession *session)
{
  g_clear_pointer (&self->saved, rankle_session_unref);
  self->saved = session == NULL ? NULL : rankle_session_ref (session);
}

/* ---- the copy ---- */

/* FALSE: what was changed is still nowhere but here. */
static gboolean
write_copy (RankleDocument *self)
{
  RankleSession *session = rankle_study_get_session (self->study);
  g_autoptr (GError) error = NULL;
  gboolean had_failed;

  g_assert (self->autosave != NULL);

  if (!rankle_document_is_changed (self))
    {
      rankle_autosave_clear (self->autosave);
      return TRUE;
    }
  had_failed = self->has_failed;
  self->has_failed = !rankle_autosave_write (self->autosave, session, self->path, &error);
  if (self->has_failed && !had_failed)
    g_signal_emit (self, autosave_failed, 0, error->message);
  return !self->has_failed;
}

void
rankle_document_flush (RankleDocument *self)
{
  g_return_if_fail (RANKLE_IS_DOCUMENT (self));

  if (self->due == 0)
    return;
  g_clear_handle_id (&self->due, g_source_remove);
  write_copy (self);
}

static gboolean
due_cb (gpointer data)
{
  RankleDocument *self = RANKLE_DOCUMENT (data);

  self->due = 0;
  write_copy (self);
  return G_SOURCE_REMOVE;
}

static void
session_cb (RankleDocument *self)
{
  RankleSession *session = rankle_study_get_session (self->study);

  if (self->saved != NULL && rankle_session_get_model (self->saved) == NULL)
    put_saved (self, session);
  notify_changed (self);
  if (self->autosave != NULL && self->due == 0)
    self->due = g_timeout_add_seconds (AUTOSAVE_SECONDS, due_cb, self);
}

/* ---- files ---- */

void
rankle_document_open (RankleDocument *self, const char *path, RankleSession *session)
{
  g_return_if_fail (RANKLE_IS_DOCUMENT (self) && session != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  put_saved (self, session);
  put_path (self, path);
  rankle_study_open_session (self->study, session);
  notify_changed (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
rankle_document_restore (RankleDocument *self, const char *path, RankleSession *session)
{
  g_return_val_if_fail (RANKLE_IS_DOCUMENT (self) && session != NULL, FALSE);

  g_object_freeze_notify (G_OBJECT (self));
  put_saved (self, NULL);
  put_path (self, path);
  rankle_study_open_session (self->study, session);
  notify_changed (self);
  g_object_thaw_notify (G_OBJECT (self));
  return self->autosave != NULL && write_copy (self);
}

gboolean
rankle_document_save (RankleDocument *self, const char *path, GError **error)
{
  RankleSession *session;

  g_return_val_if_fail (RANKLE_IS_DOCUMENT (self) && path != NULL, FALSE);

  session = rankle_study_get_session (self->study);
  if (!rankle_session_file_save (session, path, error))
    return FALSE;
  put_saved (self, session);
  put_path (self, path);
  notify_changed (self);
  if (self->autosave != NULL)
    rankle_autosave_clear (self->autosave);
  return TRUE;
}

void
rankle_document_revert (RankleDocument *self, RankleSession *session)
{
  g_return_if_fail (RANKLE_IS_DOCUMENT (self) && self->path != NULL && session != NULL);

  put_saved (self, session);
  rankle_study_replace_session (self->study, session, _ ("Revert"));
  notify_changed (self);
}

void
rankle_document_close (RankleDocument *self)
{
  g_return_if_fail (RANKLE_IS_DOCUMENT (self));

  g_clear_handle_id (&self->due, g_source_remove);
  if (self->autosave != NULL)
    rankle_autosave_clear (self->autosave);
  g_clear_pointer (&self->autosave, rankle_autosave_free);
}

/* ---- the object ---- */

static void
rankle_document_dispose (GObject *object)
{
  RankleDocument *self = RANKLE_DOCUMENT (object);

  g_clear_handle_id (&self->due, g_source_remove);
  g_clear_pointer (&self->autosave, rankle_autosave_free);
  g_clear_pointer (&self->saved, rankle_session_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (rankle_document_parent_class)->dispose (object);
}

static void
rankle_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RankleDocument *self = RANKLE_DOCUMENT (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, rankle_document_is_changed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_document_class_init (RankleDocumentClass *klass)
{
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rankle_document_dispose;
  object_class->get_property = rankle_document_get_property;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  autosave_failed =
      g_signal_new ("autosave-failed", RANKLE_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rankle_document_init (RankleDocument *self)
{
  self->name = make_name (NULL);
}

RankleDocument *
rankle_document_new (RankleStudy *study, const char *folder)
{
  RankleDocument *self;

  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  self = g_object_new (RANKLE_TYPE_DOCUMENT, NULL);
  self->study = g_object_ref (study);
  if (folder != NULL)
    self->autosave = rankle_autosave_new (folder);
  put_saved (self, rankle_study_get_session (study));
  g_signal_connect_object (study, "notify::session", G_CALLBACK (session_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
