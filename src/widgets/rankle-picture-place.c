/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-picture-place.h"

#include <glib/gi18n-lib.h>

#define APART 6 /* of the switch from the edges [px] */
/* The map is so wide for its height: beside it there is room, or above it. */
#define WIDE 2.2
/* What the map asks for, so that a divider below stays where it is. */
#define LEAST_HEIGHT 160

struct _RanklePicturePlace
{
  GtkWidget parent_instance;

  /* Borrowed: children */
  GtkWidget *child; /* (nullable): the map */
  GtkWidget *buttons[RANKLE_N_SHOWN];
  GtkWidget *scenes[RANKLE_N_SCENES];

  RankleShown shown;
};

enum
{
  PROP_CHILD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RanklePicturePlace, rankle_picture_place, GTK_TYPE_WIDGET)

const char *
rankle_shown_get_title (RankleShown shown)
{
  static const char *const titles[] = { N_ ("Pathway"), N_ ("Bone"), N_ ("Receptor") };

  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == RANKLE_N_SHOWN);
  g_return_val_if_fail (shown < RANKLE_N_SHOWN, NULL);

  return _ (titles[shown]);
}

/* ---- what is shown ---- */

void
rankle_picture_place_set_shown (RanklePicturePlace *place, RankleShown shown)
{
  g_return_if_fail (RANKLE_IS_PICTURE_PLACE (place) && shown < RANKLE_N_SHOWN);

  place->shown = shown;
  if (place->child != NULL)
    gtk_widget_set_visible (place->child, shown == RANKLE_SHOWN_PATHWAY);
  gtk_widget_set_visible (place->scenes[RANKLE_SCENE_OF_BONE],
                          shown == RANKLE_SHOWN_BONE);
  gtk_widget_set_visible (place->scenes[RANKLE_SCENE_OF_COMPLEX],
                          shown == RANKLE_SHOWN_RECEPTOR);
}

RankleShown
rankle_picture_place_get_shown (RanklePicturePlace *place)
{
  g_return_val_if_fail (RANKLE_IS_PICTURE_PLACE (place), RANKLE_SHOWN_PATHWAY);

  return place->shown;
}

RankleSceneView *
rankle_picture_place_get_scene (RanklePicturePlace *place, RankleSceneKind kind)
{
  g_return_val_if_fail (RANKLE_IS_PICTURE_PLACE (place) && kind < RANKLE_N_SCENES, NULL);

  return RANKLE_SCENE_VIEW (place->scenes[kind]);
}

RankleSceneView *
rankle_picture_place_get_shown_scene (RanklePicturePlace *place)
{
  g_return_val_if_fail (RANKLE_IS_PICTURE_PLACE (place), NULL);

  switch (place->shown)
    {
    case RANKLE_SHOWN_BONE:
      return RANKLE_SCENE_VIEW (place->scenes[RANKLE_SCENE_OF_BONE]);
    case RANKLE_SHOWN_RECEPTOR:
      return RANKLE_SCENE_VIEW (place->scenes[RANKLE_SCENE_OF_COMPLEX]);
    case RANKLE_SHOWN_PATHWAY:
    case RANKLE_N_SHOWN:
    default:
      return NULL;
    }
}

static void
set_child (RanklePicturePlace *self, GtkWidget *child)
{
  g_return_if_fail (self->child == NULL && child != NULL);

  self->child = child;
  gtk_widget_insert_after (child, GTK_WIDGET (self), self->buttons[RANKLE_N_SHOWN - 1]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/* ---- layout ---- */

static GtkRequisition
measure_button (GtkWidget *button)
{
  GtkRequisition usual;

  gtk_widget_get_preferred_size (button, NULL, &usual);
  return usual;
}

/* One under the other; gives what is left to the right of them. */
static GtkAllocation
allocate_column (RanklePicturePlace *self, int width, int height)
{
  int y = APART, most = 0;

  for (guint i = 0; i < RANKLE_N_SHOWN; i++)
    most = MAX (most, measure_button (self->buttons[i]).width);
  for (guint i = 0; i < RANKLE_N_SHOWN; i++)
    {
      GtkRequisition size = measure_button (self->buttons[i]);

      gtk_widget_size_allocate (self->buttons[i],
                                &(GtkAllocation){ APART, y, most, size.height }, -1);
      y += size.height + 2;
    }
  return (GtkAllocation){ most + 2 * APART, 0, width - most - 2 * APART, height };
}

/* Side by side; gives what is left beneath them. */
static GtkAllocation
allocate_row (RanklePicturePlace *self, int width, int height)
{
  int x = APART, most = 0;

  for (guint i = 0; i < RANKLE_N_SHOWN; i++)
    {
      GtkRequisition size = measure_button (self->buttons[i]);

      gtk_widget_size_allocate (self->buttons[i],
                                &(GtkAllocation){ x, APART / 2, size.width, size.height },
                                -1);
      x += size.width + 2;
      most = MAX (most, size.height);
    }
  return (GtkAllocation){ 0, most + APART, width, height - most - APART };
}

/* Where there is not enough room the switch lies over the picture. */
static void
allocate_picture (GtkWidget *picture, GtkAllocation at, int width, int height)
{
  GtkRequisition least;

  if (picture == NULL || !gtk_widget_should_layout (picture))
    return;
  gtk_widget_get_preferred_size (picture, &least, NULL);
  if (at.width < least.width)
    at = (GtkAllocation){ 0, at.y, width, at.height };
  if (at.height < least.height)
    at = (GtkAllocation){ at.x, 0, at.width, height };
  gtk_widget_size_allocate (picture, &at, -1);
}

static void
rankle_picture_place_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  RanklePicturePlace *self = RANKLE_PICTURE_PLACE (widget);
  GtkAllocation       at = width > WIDE * height ? allocate_column (self, width, height)
                                                 : allocate_row (self, width, height);

  allocate_picture (self->child, at, width, height);
  for (guint i = 0; i < RANKLE_N_SCENES; i++)
    allocate_picture (self->scenes[i], at, width, height);
}

static void
rankle_picture_place_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  RanklePicturePlace *self = RANKLE_PICTURE_PLACE (widget);
  GtkWidget          *pictures[] = { self->child, self->scenes[0], self->scenes[1] };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      int least, usual;

      if (pictures[i] == NULL || !gtk_widget_should_layout (pictures[i]))
        continue;
      gtk_widget_measure (pictures[i], orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

/* The switch lies uppermost. */
static void
rankle_picture_place_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RanklePicturePlace *self = RANKLE_PICTURE_PLACE (widget);

  if (self->child != NULL)
    gtk_widget_snapshot_child (widget, self->child, snapshot);
  for (guint i = 0; i < RANKLE_N_SCENES; i++)
    gtk_widget_snapshot_child (widget, self->scenes[i], snapshot);
  for (guint i = 0; i < RANKLE_N_SHOWN; i++)
    gtk_widget_snapshot_child (widget, self->buttons[i], snapshot);
}

/* ---- object ---- */

static void
rankle_picture_place_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    g_value_set_object (value, RANKLE_PICTURE_PLACE (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_picture_place_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (id == PROP_CHILD)
    set_child (RANKLE_PICTURE_PLACE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_picture_place_dispose (GObject *object)
{
  RanklePicturePlace *self = RANKLE_PICTURE_PLACE (object);
  GtkWidget          *child;

  self->child = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rankle_picture_place_parent_class)->dispose (object);
}

static void
rankle_picture_place_class_init (RanklePicturePlaceClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_picture_place_get_property;
  object_class->set_property = rankle_picture_place_set_property;
  object_class->dispose = rankle_picture_place_dispose;
  widget_class->size_allocate = rankle_picture_place_size_allocate;
  widget_class->measure = rankle_picture_place_measure;
  widget_class->snapshot = rankle_picture_place_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pictureplace");
  properties[PROP_CHILD] = g_param_spec_object (
      "child", NULL, NULL, GTK_TYPE_WIDGET,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
add_button (RanklePicturePlace *self, RankleShown shown)
{
  static const char *const names[] = { N_ ("Show the pathway"), N_ ("Show the bone"),
                                       N_ ("Show the receptor complex") };
  GtkWidget *button = gtk_toggle_button_new_with_label (rankle_shown_get_title (shown));

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == RANKLE_N_SHOWN);
  gtk_widget_set_tooltip_text (button, _ (names[shown]));
  /* The window has another button that is called as the picture is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (names[shown]), -1);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.picture");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    rankle_shown_names[shown]);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[shown] = button;
}

static void
rankle_picture_place_init (RanklePicturePlace *self)
{
  for (guint i = 0; i < RANKLE_N_SHOWN; i++)
    add_button (self, (RankleShown)i);
  for (guint i = 0; i < RANKLE_N_SCENES; i++)
    {
      self->scenes[i] = rankle_scene_view_new ((RankleSceneKind)i);
      gtk_widget_set_size_request (self->scenes[i], -1, LEAST_HEIGHT);
      gtk_widget_set_visible (self->scenes[i], FALSE);
      gtk_widget_set_parent (self->scenes[i], GTK_WIDGET (self));
    }
}
